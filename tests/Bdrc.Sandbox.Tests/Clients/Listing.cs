using System.Text.Json;

namespace Bdrc.Sandbox.Tests.Clients;

/// <summary>Reads all pages of a listing.</summary>
public static class Listing
{
    public static async Task<List<JsonElement>> AllAsync(SandboxFixture fixture, string operation, params (string Name, object Value)[] parameters)
    {
        var all = new List<JsonElement>();
        var token = string.Empty;
        do
        {
            var response = await fixture.CallAsync(operation, token.Length == 0 ? parameters : [.. parameters, ("NextToken", token)]);
            all.AddRange(response.Content);
            token = response.NextToken;
        }
        while (token.Length > 0);
        return all;
    }
}
