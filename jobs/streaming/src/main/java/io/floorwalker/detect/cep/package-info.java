/**
 * Runs Flink CEP patterns over a keyed stream that comes in order: all of them in one operator,
 * without Flink's queue of events.
 *
 * <pre>{@code
 * PatternRule   a Pattern, who hears it, and what is made of a match
 * Automaton     the pattern, compiled: a row of stages
 * Run           one begun match; PartialMatches: all of a key, one value of state
 * Matcher       what an event, or time alone, does to them; pure
 * PatternStep   the operator: state, timer, functions
 * }</pre>
 */
@NullMarked
package io.floorwalker.detect.cep;

import org.jspecify.annotations.NullMarked;
