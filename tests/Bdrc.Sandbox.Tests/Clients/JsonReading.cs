using System.Text.Json;
using Bdrc.Sandbox.Rules;

namespace Bdrc.Sandbox.Tests.Clients;

/// <summary>Short words for reading answers.</summary>
public static class JsonReading
{
    public static string Text(this JsonElement json, string name) => json.GetProperty(name).GetString()!;

    public static long Number(this JsonElement json, string name) => json.GetProperty(name).GetInt64();
}
