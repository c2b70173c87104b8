namespace CustomerInsight.Matching;

internal readonly record struct SqlToken(SqlTokenKind Kind, string Text)
{
    public bool IsSymbol(string text) => Kind == SqlTokenKind.Symbol && Text == text;

    public bool IsWord(string word) => Kind == SqlTokenKind.Word && string.Equals(Text, word, StringComparison.OrdinalIgnoreCase);
}
