package io.cloudcruise.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.cloudcruise.core.model.OutputMismatchException;
import io.cloudcruise.core.model.OutputReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JacksonOutputReaderModulesTest {
  private static final String CANARY = "canary-5c11";

  record Money(BigDecimal amount, Currency currency) {}

  record Invoice(LocalDate due, Money total) {}

  @Test
  void readsTheCallersOwnTypesWithTheCallersModules() {
    SimpleModule dates = new SimpleModule("dates");
    dates.addDeserializer(LocalDate.class, new Dates());
    SimpleModule money = new SimpleModule("money");
    money.addDeserializer(Money.class, new Amounts());
    OutputReader reader = RunResultsJson.outputReader(dates, money);

    Object invoice = reader.read("{\"due\":\"2026-04-05\",\"total\":\"1.10 EUR\"}", Invoice.class);

    assertThat(invoice)
        .isEqualTo(
            new Invoice(
                LocalDate.of(2026, 4, 5),
                new Money(new BigDecimal("1.10"), Currency.getInstance("EUR"))));
  }

  @Test
  void neverShowsWhatACallersModuleQuotes() {
    SimpleModule dates = new SimpleModule("dates");
    dates.addDeserializer(LocalDate.class, new Dates());
    OutputReader reader = RunResultsJson.outputReader(dates);

    OutputMismatchException mismatch =
        catchThrowableOfType(
            OutputMismatchException.class,
            () -> reader.read("{\"due\":\"" + CANARY + "\"}", Invoice.class));

    assertThat(mismatch.path()).isEqualTo("/due");
    assertThat(mismatch.toString()).doesNotContain(CANARY);
    assertThat(mismatch).hasNoCause();
  }

  @Test
  void refusesWhatIsNoModule() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RunResultsJson.outputReader(new SimpleModule("fine"), Optional.empty()))
        .withMessageContaining("com.fasterxml.jackson.databind.Module")
        .withMessageContaining("java.util.Optional");
  }

  private static final class Dates extends StdScalarDeserializer<LocalDate> {
    private static final long serialVersionUID = 1L;

    Dates() {
      super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return LocalDate.parse(parser.getText());
    }
  }

  private static final class Amounts extends StdScalarDeserializer<Money> {
    private static final long serialVersionUID = 1L;

    Amounts() {
      super(Money.class);
    }

    @Override
    public Money deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      String text = parser.getText();
      int space = text.indexOf(' ');
      return new Money(
          new BigDecimal(text.substring(0, space)),
          Currency.getInstance(text.substring(space + 1)));
    }
  }
}
