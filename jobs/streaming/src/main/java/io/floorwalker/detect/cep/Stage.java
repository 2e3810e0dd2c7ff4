package io.floorwalker.detect.cep;

import java.io.Serializable;
import java.util.List;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;

/**
 * One event that a pattern asks for.
 *
 * @param strict it must be the very next one
 * @param unless none of these between the event before and this one
 */
record Stage<T>(
    String name, IterativeCondition<T> takes, boolean strict, List<IterativeCondition<T>> unless)
    implements Serializable {}
