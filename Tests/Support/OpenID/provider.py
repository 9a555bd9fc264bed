"""oidc-provider-mock, made to hold every code against the challenge of PKCE that it was asked for with.

The check is Authlib's own (RFC 7636); the mock has everything else. Only S256 is taken, and nothing
without a challenge.
"""

from authlib.integrations.flask_oauth2 import AuthorizationServer
from authlib.oauth2.rfc6749 import InvalidRequestError
from authlib.oauth2.rfc7636 import CodeChallenge
from oidc_provider_mock import _app
from oidc_provider_mock.__main__ import run

challenges = {}


class Challenge(CodeChallenge):
    """Remembers what each code was asked for with."""

    SUPPORTED_CODE_CHALLENGE_METHOD = ["S256"]

    def validate_code_challenge(self, grant, redirect_uri):
        if grant.request.payload.data.get("code_challenge_method") != "S256":
            raise InvalidRequestError("Missing 'code_challenge_method'")
        super().validate_code_challenge(grant, redirect_uri)

    def get_authorization_code_challenge(self, code):
        return challenges[code.code]

    def get_authorization_code_challenge_method(self, code):
        return "S256"


def remembering(save):
    def save_authorization_code(self, code, request):
        challenges[code] = request.payload.data["code_challenge"]
        save(self, code, request)

    return save_authorization_code


def challenging(register):
    def register_grant(self, grant, extensions=None):
        if grant is _app.AuthorizationCodeGrant:
            extensions = [*extensions, Challenge(required=True)]
        register(self, grant, extensions)

    return register_grant


_app.AuthorizationCodeGrant.save_authorization_code = remembering(
    _app.AuthorizationCodeGrant.save_authorization_code
)
AuthorizationServer.register_grant = challenging(AuthorizationServer.register_grant)

if __name__ == "__main__":
    run()
