package io.floorwalker.decisions;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Who looks after an account, by the ids of the roster. */
public record Representatives(@Nullable String owner, @Nullable String manager)
    implements Serializable {}
