namespace CustomerInsight.Matching;

internal enum SqlTokenKind
{
    End,
    Word,
    QuotedName,
    Text,
    Number,
    Symbol,
}
