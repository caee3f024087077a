package io.cloudcruise.reliability.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Does every fault of the table. */
@Timeout(60)
class FaultTest {

  static Stream<Row> rows() {
    return FaultTable.rows();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  @Execution(ExecutionMode.CONCURRENT)
  void endsAsTheTableSays(Row row) throws Exception {
    row.expected().isMetBy(row.trial().run(row.expected().within()));
  }

  @Test
  void noFaultIsInTheTableTwice() {
    assertThat(rows().map(Row::toString)).doesNotHaveDuplicates();
  }
}
