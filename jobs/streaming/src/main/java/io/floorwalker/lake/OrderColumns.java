package io.floorwalker.lake;

import io.floorwalker.orders.OrderVersion;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.ProductLine;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of {@code orders}: whose order it is from the event, the rest from its order. */
final class OrderColumns implements Rows.ColumnOf<OrderVersion> {
  private static final long serialVersionUID = 1L;

  @Override
  public @Nullable Object apply(OrderVersion version, String column) {
    CustomerEvent event = version.event();
    return switch (column) {
      case "version" -> version.number();
      case "placed_at" ->
          version.placedAt() == null ? null : Instant.ofEpochMilli(version.placedAt());
      case "changed_at" -> event.getOccurredAt();
      case "status" -> version.status();
      case "customer_key", "account_id", "session_id" -> Rows.field(event, column);
      case "lines" -> lines(event.getOrder().getLines());
      case "job" -> "lake";
      default -> Rows.field(event.getOrder(), column);
    };
  }

  /** "product xquantity"; one piece where the source does not say. */
  private static List<String> lines(List<ProductLine> lines) {
    return lines.stream()
        .map(
            line ->
                (line.getProductId() == null ? "?" : line.getProductId())
                    + " x"
                    + (line.getQuantity() == null ? 1 : line.getQuantity()))
        .toList();
  }
}
