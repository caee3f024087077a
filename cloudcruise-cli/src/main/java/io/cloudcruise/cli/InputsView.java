package io.cloudcruise.cli;

import io.cloudcruise.core.model.InputVariable;
import io.cloudcruise.core.model.JsonText;
import io.cloudcruise.core.model.OutputMismatchException;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.Secret;
import io.cloudcruise.core.model.VaultEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows what the run was started with, and which credentials it used. */
final class InputsView {
  private static final int LONGEST = 400;
  private static final int MOST = 30;

  private final Page page;
  private final boolean revealed;

  InputsView(Page page, boolean revealed) {
    this.page = page;
    this.revealed = revealed;
  }

  void show(RunResults results) {
    part("INPUTS", results.inputs(), revealed ? InputsView::revealed : InputsView::input);
    part("CREDENTIALS", results.vaultEntries(), InputsView::credential);
    if (revealed) {
      results.vaultEntries().forEach(this::showSecrets);
    }
  }

  private void showSecrets(String alias, VaultEntry entry) {
    part("SECRETS OF " + SafeText.line(alias), entry.secrets(), Secret::reveal);
  }

  private static String revealed(InputVariable input) {
    return input instanceof InputVariable.SecretValue secret
        ? secret.value().reveal()
        : input(input);
  }

  private <T> void part(String heading, Map<String, T> values, Function<T, String> words) {
    if (values.isEmpty()) {
      return;
    }
    page.heading(heading, "");
    Stream<Map.Entry<String, T>> shown = values.entrySet().stream().limit(MOST);
    page.facts(
        2, shown.map(each -> Fact.plain(each.getKey(), words.apply(each.getValue()))).toList());
    if (values.size() > MOST) {
      page.line(2, Span.faint("… " + Counted.number(values.size() - MOST) + " more"));
    }
  }

  static String input(InputVariable input) {
    return input.fold(
        plain -> plain(plain.value()),
        secret -> secret.value().toString(),
        reference ->
            (reference.pooled() ? "from the vault, one of " : "from the vault: ")
                + users(reference.users()));
  }

  private static String plain(JsonText json) {
    try {
      return PlainText.of(json.asPlain(), LONGEST);
    } catch (OutputMismatchException unreadable) {
      return json.text();
    }
  }

  private static String users(List<String> users) {
    return String.join(", ", users);
  }

  static String credential(VaultEntry entry) {
    String known =
        Stream.of(entry.label(), entry.userId(), entry.domain().map(UrlPlace::ofDomain))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" · "));
    return known.isEmpty() ? "used" : known;
  }
}
