package io.floorwalker.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.schema.Cart;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.ProductLine;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class EventShapeTest {
  @Test
  void everyTypeHasOneConstantAndOneShape() {
    Stream<String> constants =
        Arrays.stream(EventTypes.class.getDeclaredFields())
            .filter(field -> Modifier.isPublic(field.getModifiers()))
            .map(field -> field.getName().toLowerCase(Locale.ROOT));

    assertThat(EventTypes.all()).containsExactlyElementsOf(constants.toList()).hasSize(54);
    assertThat(EventTypes.CART_CARRIED_OVER).isEqualTo("cart_carried_over");
  }

  @Test
  void theTableOfTheReadmeIsTheCode() throws IOException {
    List<String> table =
        Files.readAllLines(module().resolve("README.md")).stream()
            .filter(line -> line.matches("\\| `[a-z_]+` \\| (none|`[a-z]+`) \\|.*"))
            .toList();

    assertThat(table)
        .as("the table of event types in schemas/README.md, line by line as EventShape has it")
        .containsExactlyElementsOf(EventShape.all().values().stream().map(this::row).toList());
  }

  @Test
  void everyFamilyAndRequiredFieldExists() {
    Schema event = CustomerEvent.getClassSchema();
    for (EventShape shape : EventShape.all().values()) {
      if (shape.family() != Family.NONE) {
        assertThat(event.getField(shape.family().field())).as(shape.type()).isNotNull();
      }
      for (String path : shape.required()) {
        assertThat(SchemaFields.logicalTypes(event).keySet())
            .as(shape.type())
            .anyMatch(field -> field.equals(path) || field.startsWith(path + "."));
      }
    }
  }

  @Test
  void everyNestedRecordIsAFamily() {
    List<String> nested =
        CustomerEvent.getClassSchema().getFields().stream()
            .filter(field -> field.schema().isUnion())
            .filter(field -> field.schema().getTypes().get(1).getType() == Schema.Type.RECORD)
            .map(Schema.Field::name)
            .filter(name -> !name.equals("context"))
            .toList();

    assertThat(Arrays.stream(Family.values()).skip(1).map(Family::field))
        .containsExactlyElementsOf(nested);
  }

  @Test
  void aProductThatIsOutOfStockNeedsItsId() {
    CustomerEvent event = Samples.bare(CustomerEvent.class);
    assertThat(missing(EventTypes.OUT_OF_STOCK_SHOWN, event)).containsExactly("product.product_id");

    event.setProduct(ProductLine.newBuilder().build());
    assertThat(missing(EventTypes.OUT_OF_STOCK_SHOWN, event)).containsExactly("product.product_id");

    event.setProduct(ProductLine.newBuilder().setProductId("shoes").build());
    assertThat(missing(EventTypes.OUT_OF_STOCK_SHOWN, event)).isEmpty();
  }

  @Test
  void anEmptyCartThatIsCarriedOverIsAValue() {
    CustomerEvent event = Samples.bare(CustomerEvent.class);
    assertThat(missing(EventTypes.CART_CARRIED_OVER, event)).containsExactly("cart.lines");

    event.setCart(Cart.newBuilder().build());
    assertThat(missing(EventTypes.CART_CARRIED_OVER, event)).isEmpty();
  }

  @Test
  void aLinkNeedsBothSides() {
    CustomerEvent event = Samples.bare(CustomerEvent.class);
    event.setAnonymousId("a-1");

    assertThat(missing(EventTypes.IDENTITY_LINKED, event)).containsExactly("user_id");
  }

  private static List<String> missing(String type, CustomerEvent event) {
    return Objects.requireNonNull(EventShape.all().get(type)).missing(event);
  }

  private String row(EventShape shape) {
    String family = shape.family() == Family.NONE ? "none" : "`" + shape.family().field() + "`";
    String required =
        String.join(", ", shape.required().stream().map(path -> "`" + path + "`").toList());
    return "| `%s` | %s | %s |".formatted(shape.type(), family, required).replace("|  |", "| |");
  }

  private static Path module() {
    return Path.of(System.getProperty("floorwalker.root", "..")).resolve("schemas");
  }
}
