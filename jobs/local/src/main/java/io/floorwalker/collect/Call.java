package io.floorwalker.collect;

import org.jspecify.annotations.Nullable;

/**
 * One call of a tracker.
 *
 * @param key whose calls keep their order: the visitor's id, else the user's; null where there is
 *     neither
 * @param json as it was sent; of a call that went to the address of its type, with that type
 */
public record Call(@Nullable String key, String json) {}
