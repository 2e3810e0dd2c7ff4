/** Whether many shoppers are in trouble at once, and with what: an outage, not a shopper. */
@NullMarked
package io.floorwalker.detect.incident;

import org.jspecify.annotations.NullMarked;
