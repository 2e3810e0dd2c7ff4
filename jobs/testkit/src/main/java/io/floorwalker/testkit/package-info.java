/**
 * Tests of pipelines as timelines, without a cluster. Start with {@link
 * io.floorwalker.testkit.Timeline} and {@link io.floorwalker.testkit.ShopEvents}; {@link
 * io.floorwalker.testkit.PipelineHarness} is the machine below them.
 */
@NullMarked
package io.floorwalker.testkit;

import org.jspecify.annotations.NullMarked;
