namespace CustomerInsight.Matching;

/// <summary>A function or an operator with its operands; the name is in lower case.</summary>
internal sealed record SqlCall(string Name, ValueList<SqlNode> Operands) : SqlNode
{
    public const string And = "and";
    public const string Or = "or";
    public const string Not = "not";
    public const string IsNull = "is null";
    public const string Case = "case";

    public override SqlNode Mirrored => this with { Operands = ValueList.From(Operands.Select(static operand => operand.Mirrored)) };

    public bool Is(string name, int operands) => Name == name && Operands.Count == operands;
}
