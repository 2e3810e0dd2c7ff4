/** HTTP and sockets as deliver uses them: no redirects, no private addresses, a bound on all. */
@NullMarked
package io.floorwalker.deliver.web;

import org.jspecify.annotations.NullMarked;
