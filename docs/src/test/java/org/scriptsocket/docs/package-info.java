/** The code of the guides and the examples, run. */
@org.jspecify.annotations.NullMarked
package org.scriptsocket.docs;
