/**
 * Decrypts what the platform hands out encrypted, and encrypts what it takes encrypted: {@link
 * io.cloudcruise.core.credential.CredentialCipher}.
 *
 * <p>Nothing else in this library needs a key for it.
 */
@NullMarked
package io.cloudcruise.core.credential;

import org.jspecify.annotations.NullMarked;
