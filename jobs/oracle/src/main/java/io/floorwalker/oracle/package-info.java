/**
 * What the detections of a finished history must be. Slow, plain and independent of the jobs: the
 * jobs are compared with it. One oracle a story, each over all events at once:
 *
 * <ul>
 *   <li>{@link io.floorwalker.oracle.AbandonmentOracle}: a key's {@link CanonicalOrder} becomes a
 *       {@link CartHistory}, which is cut into {@link Intent}s;
 *   <li>{@link io.floorwalker.oracle.StruggleOracle}: a session becomes a {@link Visit}, in which
 *       {@link SignalRules} find {@link Sign}s, whose {@link Score} makes an episode;
 *   <li>{@link io.floorwalker.oracle.StakeholderOracle}: a {@link ContactWatch} walks through the
 *       activities and the roster of one contact.
 * </ul>
 */
@NullMarked
package io.floorwalker.oracle;

import org.jspecify.annotations.NullMarked;
