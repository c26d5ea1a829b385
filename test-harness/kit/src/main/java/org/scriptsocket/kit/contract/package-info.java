/** The contract that every transport must meet, as JUnit 5 tests. Needs JUnit and AssertJ. */
@NullMarked
package org.scriptsocket.kit.contract;

import org.jspecify.annotations.NullMarked;
