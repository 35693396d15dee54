using System.Net;
using System.Security.Cryptography;
using System.Text;
using IpPlatform.TestIdentity.People;

namespace IpPlatform.TestIdentity.Login;

/// <summary>The pages people see: plain HTML in nynorsk, without script.</summary>
internal static class PickerPage
{
    private const string Style =
        "body{font:1.125rem/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color:#1e2b3c;background:#fff}"
        + "fieldset{margin:0 0 1.5rem;border:1px solid #5d6b7e;border-radius:.25rem}legend{font-weight:600}"
        + ".val{display:flex;gap:.75rem;align-items:center;min-height:2.75rem}"
        + "select,button{font:inherit;min-height:2.75rem;padding:.25rem 1rem}"
        + "button{background:#0b4f8a;color:#fff;border:0;border-radius:.25rem}"
        + ":focus-visible{outline:3px solid #000;outline-offset:3px}";

    private static readonly string StyleHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

    /// <summary>The person picker; posts person and deviation to <c>choose</c>.</summary>
    public static IResult Picker(HttpResponse response, Issuer issuer, string ticket, IEnumerable<Person> people)
    {
        var citizens = issuer.Kind == Person.Citizen;
        var body = new StringBuilder("<p>Dette er ei prøveinnlogging. Alle personane er oppdikta.</p>")
            .Append("<form method=\"post\" action=\"choose\"><input type=\"hidden\" name=\"ticket\" value=\"")
            .Append(WebUtility.HtmlEncode(ticket)).Append("\"><fieldset><legend>Kven vil du logge inn som?</legend>");
        foreach (var person in people)
        {
            var key = WebUtility.HtmlEncode(person.Key);
            body.Append("<div class=\"val\"><input type=\"radio\" required name=\"person\" id=\"p-").Append(key)
                .Append("\" value=\"").Append(key).Append("\"><label for=\"p-").Append(key).Append("\">")
                .Append(WebUtility.HtmlEncode(person.Label)).Append("</label></div>");
        }

        body.Append("</fieldset><p><label for=\"deviation\">Avvik (berre for prøving)</label><br>")
            .Append("<select id=\"deviation\" name=\"deviation\"><option value=\"\">Ikkje noko avvik</option>")
            .AppendJoin("", Deviation.For(issuer).Select(deviation => $"<option value=\"{deviation.Name}\">{deviation.Words}</option>"))
            .Append("</select></p>")
            .Append("<button type=\"submit\">Logg inn</button></form>");
        return Page(response, citizens ? "Prøveinnlogging for innbyggjarar" : "Prøveinnlogging for tilsette", body.ToString(), issuer);
    }

    /// <summary>A page that only tells something.</summary>
    public static IResult Notice(HttpResponse response, Issuer issuer, string title, string text, int status = 200) =>
        Page(response, title, $"<p>{WebUtility.HtmlEncode(text)}</p>", issuer, status);

    private static IResult Page(HttpResponse response, string title, string body, Issuer issuer, int status = 200)
    {
        // The form's answer is a redirect to the client, which form-action also governs.
        response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src 'sha256-{StyleHash}'; form-action 'self' {issuer.ClientOrigin}; "
            + "frame-ancestors 'none'; base-uri 'none'";
        response.Headers.CacheControl = "no-store";
        return Results.Content(
            "<!doctype html><html lang=\"nn\"><head><meta charset=\"utf-8\">"
            + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
            + $"<title>{title}</title><style>{Style}</style></head><body><main><h1>{title}</h1>{body}</main></body></html>",
            "text/html; charset=utf-8", Encoding.UTF8, status);
    }
}
