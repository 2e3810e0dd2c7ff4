/** Settings, read once and validated. */
@NullMarked
package io.floorwalker.config;

import org.jspecify.annotations.NullMarked;
