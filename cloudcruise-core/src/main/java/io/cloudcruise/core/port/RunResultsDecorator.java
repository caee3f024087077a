package io.cloudcruise.core.port;

import java.util.function.Predicate;

/**
 * A port that adds something to another one, such as retries or a rate limiter. It shows what it
 * decorates, so that whoever adds more can put things in the right order.
 *
 * <p><b>The order.</b> A rate limiter belongs next to the port that sends, and retries around it:
 * then each request, a retry included, takes one permit. The library's decorators see to that in
 * whatever order they are put around a port:
 *
 * <ul>
 *   <li>a rate limiter put around retries goes inside them; where the same one is within the port
 *       already, it is asked once; rate limiters that differ are all asked,
 *   <li>retries put around retries take their place,
 *   <li>a waiter, which retries by its own policy and takes its own permits, asks the port within
 *       retries, with the rate limiter that it finds unless it was given another one.
 * </ul>
 *
 * <p>A decorator of an application's own that implements this interface is looked through; any
 * other is taken for a port that sends.
 */
public interface RunResultsDecorator extends RunResultsPort {
  /** {@return the port that is decorated} */
  RunResultsPort delegate();

  /**
   * Puts the same decorator around another port.
   *
   * @param other the port to decorate
   * @return the decorated port
   */
  RunResultsPort around(RunResultsPort other);

  /**
   * Takes decorators off a port, wherever they are in it, and keeps the others in their order.
   *
   * @param port a port, decorated or not
   * @param unwanted accepts the decorators to take off
   * @return the port without them; {@code port} itself if it has none of them
   */
  static RunResultsPort without(
      RunResultsPort port, Predicate<? super RunResultsDecorator> unwanted) {
    if (!(port instanceof RunResultsDecorator decorator)) {
      return port;
    }
    RunResultsPort within = without(decorator.delegate(), unwanted);
    if (unwanted.test(decorator)) {
      return within;
    }
    return within == decorator.delegate() ? port : decorator.around(within);
  }
}
