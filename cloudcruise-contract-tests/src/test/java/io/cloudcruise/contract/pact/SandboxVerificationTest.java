package io.cloudcruise.contract.pact;

import au.com.dius.pact.provider.junit5.HttpTestTarget;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import io.cloudcruise.sandbox.Sandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The sandbox keeps the committed pact: what the library is tested with and the pact agree. For the
 * details of a failure, add {@code -Dpact.verification.reports=console}.
 */
@Provider(PactFile.PROVIDER)
@PactFolder("src/main/pact")
class SandboxVerificationTest {
  private final Sandbox sandbox = Sandbox.start();

  @BeforeEach
  void aim(PactVerificationContext context) {
    context.setTarget(new HttpTestTarget(sandbox.baseUrl().getHost(), sandbox.baseUrl().getPort()));
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @TestTemplate
  @ExtendWith(PactVerificationInvocationContextProvider.class)
  void theSandboxRespondsAsStated(PactVerificationContext context) {
    context.verifyInteraction();
  }
}
