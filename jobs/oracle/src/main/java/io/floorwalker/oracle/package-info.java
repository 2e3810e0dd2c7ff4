/**
 * What the detections of a finished history must be. Slow, plain and independent of the jobs: the
 * jobs are compared with it.
 */
@NullMarked
package io.floorwalker.oracle;

import org.jspecify.annotations.NullMarked;
