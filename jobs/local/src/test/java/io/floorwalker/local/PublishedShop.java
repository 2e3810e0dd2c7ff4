package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;

/** A shop whose data others published, with the number of carts that were abandoned in it. */
enum PublishedShop {
  GREENERY("greenery", 106),
  RETENTIONEERING("retentioneering-ecom", 881),
  OTTO("otto-20", 19);

  private final String folder;
  private final int abandonedCarts;

  PublishedShop(String folder, int abandonedCarts) {
    this.folder = folder;
    this.abandonedCarts = abandonedCarts;
  }

  String folder() {
    return folder;
  }

  int abandonedCarts() {
    return abandonedCarts;
  }

  /** Imports it; skips the test where the data is not there. */
  void importInto(TestingStack stack, String... more) {
    Path file = Path.of(System.getProperty("floorwalker.testdata"), folder, "normalized.csv.gz");
    assumeThat(Files.exists(file)).as("test data at %s; see CONTRIBUTING.md", file).isTrue();
    String[] arguments = {
      "import",
      "--format",
      "csv",
      "--columns",
      "occurred_at=event_time_ms,user_id=user_id,session_id=session_id,type=event_type,"
          + "product.product_id=item_id,product.price=price",
      "--types",
      "add_to_cart=product_added,purchase=order_placed,*=page_viewed",
      "--time-unit",
      "ms"
    };
    String[] all = new String[arguments.length + more.length + 1];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    all[all.length - 1] = file.toString();
    assertThat(stack.command(all).exitCode()).isZero();
  }
}
