/** Who asks cannot be told: the request is refused before anything of it runs. The server answers it with status 401. */
export class UnauthenticatedError extends Error {
  override name = 'UnauthenticatedError';
  readonly code = 'UNAUTHENTICATED';
}
