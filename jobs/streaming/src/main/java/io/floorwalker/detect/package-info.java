/** What every detector shares. */
@NullMarked
package io.floorwalker.detect;

import org.jspecify.annotations.NullMarked;
