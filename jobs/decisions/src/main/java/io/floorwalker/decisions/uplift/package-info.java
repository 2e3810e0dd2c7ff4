/** What a rule changes, estimated from the treated and the held out, whenever one looks. */
@NullMarked
package io.floorwalker.decisions.uplift;

import org.jspecify.annotations.NullMarked;
