/** Tests of the testkit on a small pipeline of its own. */
@NullMarked
package io.floorwalker.testkit;

import org.jspecify.annotations.NullMarked;
