/** Parts of the stack by themselves, by JMH. Public, as what JMH generates stands in another package. */
@NullMarked
package org.scriptsocket.bench.jmh;

import org.jspecify.annotations.NullMarked;
