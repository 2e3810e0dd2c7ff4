package io.floorwalker.oracle;

import io.floorwalker.schema.CustomerEvent;
import java.util.Map;

/**
 * The rule at each site: that of the last thing that somebody did counts.
 *
 * @param common where a site has no rule of its own; whose the cart is, and for how long it is
 *     kept, is the same at all
 */
record Sites(OracleSettings common, Map<String, OracleSettings> own) {

  Sites {
    own = Map.copyOf(own);
  }

  OracleSettings at(CustomerEvent event) {
    return own.getOrDefault(event.getSite(), common);
  }

  long keptMs() {
    return common.cartKept().toMillis();
  }
}
