package io.cloudcruise.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.ParameterizedType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TypeRefTest {
  @SuppressWarnings("rawtypes") // what a caller who forgets the type argument writes
  private static final class Raw extends TypeRef {}

  private static class OfString extends TypeRef<String> {}

  private static final class BelowOfString extends OfString {}

  @Test
  void carriesAClass() {
    assertThat(new TypeRef<String>() {}.type()).isEqualTo(String.class);
  }

  @Test
  void carriesAGenericType() {
    var type = (ParameterizedType) new TypeRef<List<String>>() {}.type();

    assertThat(type.getRawType()).isEqualTo(List.class);
    assertThat(type.getActualTypeArguments()).containsExactly(String.class);
  }

  @Test
  void carriesANestedGenericType() {
    assertThat(new TypeRef<Map<String, List<Integer>>>() {}.type().getTypeName())
        .isEqualTo("java.util.Map<java.lang.String, java.util.List<java.lang.Integer>>");
  }

  @Test
  void carriesTheTypeOfANamedSubclass() {
    assertThat(new OfString().type()).isEqualTo(String.class);
  }

  @Test
  void refusesATypeVariable() {
    assertThatIllegalArgumentException().isThrownBy(TypeRefTest::ofSomeVariable);
  }

  private static <T> TypeRef<T> ofSomeVariable() {
    return new TypeRef<T>() {};
  }

  @Test
  void refusesASubclassOfAGenericSubclass() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Pair<String, Integer>() {});
  }

  private abstract static class Pair<A, B> extends TypeRef<B> {}

  @Test
  void refusesARawSubclass() {
    assertThatIllegalArgumentException()
        .isThrownBy(Raw::new)
        .withMessageContaining("new TypeRef<SomeType>() {}");
  }

  @Test
  void refusesASubclassOfASubclass() {
    assertThatIllegalArgumentException().isThrownBy(BelowOfString::new);
  }
}
