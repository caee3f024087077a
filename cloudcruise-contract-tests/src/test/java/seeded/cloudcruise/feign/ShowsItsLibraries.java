package seeded.cloudcruise.feign;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import feign.Contract;
import feign.Logger;
import feign.Request;
import feign.RequestInterceptor;
import feign.Retryer;
import feign.Target;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Breaks rules on purpose, in each place where a type can show. */
public abstract class ShowsItsLibraries<T extends Retryer> implements Supplier<JsonNode> {
  protected final Optional<Logger> field;

  protected ShowsItsLibraries(Logger constructed) {
    this.field = Optional.of(constructed);
  }

  public abstract List<Request> result();

  public abstract void argument(Optional<List<JsonToken>> nested);

  public abstract <C extends Contract> void bounded();

  public abstract void thrown() throws JsonProcessingException;

  @JsonIgnore
  public abstract void annotated();

  /** Breaks none: nobody else can call it. */
  abstract void hidden(Target<T> target);

  abstract static class Near implements RequestInterceptor {}

  /** What is public is the last link only, but it shows all. */
  public abstract static class Far extends Near {}
}
