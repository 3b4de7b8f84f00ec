using System.Text.Json;
using Bdrc.Sandbox.Rules;

namespace Bdrc.Sandbox.Tests.Clients;

/// <summary>Reads all pages of a listing.</summary>
public static class Listing
{
    public static async Task<List<JsonElement>> AllAsync(TestWorld world, string operation, params (string Name, object Value)[] parameters)
    {
        var all = new List<JsonElement>();
        var token = string.Empty;
        do
        {
            var answer = await world.CallAsync(operation, token.Length == 0 ? parameters : [.. parameters, ("NextToken", token)]);
            all.AddRange(answer.Content);
            token = answer.NextToken;
        }
        while (token.Length > 0);
        return all;
    }
}
