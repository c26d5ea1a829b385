package org.scriptsocket.docs.conformance;

import java.util.function.Supplier;

/**
 * One case.
 *
 * @param exchange made when the case is run, for some are large
 */
record Case(String id, String description, Supplier<Exchange> exchange) {}
