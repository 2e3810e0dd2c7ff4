/** Business contacts of whom nothing is heard any more. */
@NullMarked
package io.floorwalker.detect.stakeholder;

import org.jspecify.annotations.NullMarked;
