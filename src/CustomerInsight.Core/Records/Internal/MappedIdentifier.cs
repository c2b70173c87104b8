namespace CustomerInsight;

/// <summary>How one identifier is read from a host's object.</summary>
/// <typeparam name="T">The object's type.</typeparam>
/// <param name="Type">What it is.</param>
/// <param name="Scope">Inside what it is unique.</param>
/// <param name="Read">Reads its value.</param>
internal sealed record MappedIdentifier<T>(string Type, string Scope, Func<T, string?> Read);
