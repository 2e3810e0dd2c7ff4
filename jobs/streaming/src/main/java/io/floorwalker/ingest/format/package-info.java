/** The languages of the sources: each becomes customer events, or says why it cannot. */
@NullMarked
package io.floorwalker.ingest.format;

import org.jspecify.annotations.NullMarked;
