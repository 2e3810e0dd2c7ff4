package io.floorwalker.detect.reopen;

import org.jspecify.annotations.Nullable;

/**
 * An item of an intent that was abandoned.
 *
 * @param key whose intent it was
 * @param intent detection id of the abandonment
 * @param from when it was abandoned, milliseconds
 * @param until when nobody is told of it any more, milliseconds
 * @param price the item's when it was left; null until a first change tells it
 */
public record LeftItem(String key, String intent, long from, long until, @Nullable Price price) {

  LeftItem at(Price priceWhenLeft) {
    return new LeftItem(key, intent, from, until, priceWhenLeft);
  }
}
