/** What becomes of the items of an intent that was left: cheaper, back, or nearly gone. */
@NullMarked
package io.floorwalker.detect.reopen;

import org.jspecify.annotations.NullMarked;
