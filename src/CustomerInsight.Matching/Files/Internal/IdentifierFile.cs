namespace CustomerInsight.Matching;

internal sealed class IdentifierFile
{
    public string? Type { get; init; }

    public string? Scope { get; init; }

    public string? Value { get; init; }

    public static IdentifierFile From(Identifier identifier) => new() { Type = identifier.Type, Scope = identifier.Scope, Value = identifier.Value };

    public Identifier ToIdentifier(string path) =>
        new(FileCheck.Present(Type, $"{path}.type"), FileCheck.Present(Scope, $"{path}.scope"), FileCheck.Present(Value, $"{path}.value"));
}
