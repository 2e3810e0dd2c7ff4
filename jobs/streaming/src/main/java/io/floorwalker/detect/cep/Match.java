package io.floorwalker.detect.cep;

import java.util.List;
import java.util.Map;

/**
 * What a pattern asked for, found.
 *
 * @param at when it was complete: time of the last event, or the end of the silence, milliseconds
 */
record Match<T>(String rule, long at, Map<String, List<T>> stages) {}
