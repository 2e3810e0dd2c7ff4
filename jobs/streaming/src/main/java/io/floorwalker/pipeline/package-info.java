/** One graph per job; sources and outputs are passed in. The only place that sees all stages. */
@NullMarked
package io.floorwalker.pipeline;

import org.jspecify.annotations.NullMarked;
