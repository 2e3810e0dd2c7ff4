/**
 * What says who somebody is, replaced before an event may touch anything: by a pseudonym that the
 * same key makes of the same value.
 */
@NullMarked
package io.floorwalker.ingest.privacy;

import org.jspecify.annotations.NullMarked;
