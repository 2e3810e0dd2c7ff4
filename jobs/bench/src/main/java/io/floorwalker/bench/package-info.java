/** What the jobs cost, measured beside what else a user could do, as ratios in one run. */
@NullMarked
package io.floorwalker.bench;

import org.jspecify.annotations.NullMarked;
