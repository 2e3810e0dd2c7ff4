/** What a person reads of an action: plain text without markup, in their language. */
@NullMarked
package io.floorwalker.deliver.message;

import org.jspecify.annotations.NullMarked;
