using System.Text;

namespace CustomerInsight.Matching;

/// <summary>Takes SQL apart into words, names, texts, numbers and symbols.</summary>
internal static class SqlTokens
{
    private static readonly string[] Pairs = ["<=", ">=", "<>", "!=", "||", "::", "->"];

    private const int Most = 10_000;

    /// <summary>Takes it apart.</summary>
    /// <exception cref="SqlSyntaxException">A quotation does not end, or it is longer than any comparison needs.</exception>
    public static List<SqlToken> Of(string sql)
    {
        var tokens = new List<SqlToken>();
        for (int at = 0; at < sql.Length;)
        {
            if (char.IsWhiteSpace(sql[at]))
            {
                at++;
                continue;
            }

            tokens.Add(tokens.Count < Most ? Next(sql, ref at) : throw new SqlSyntaxException(FormattableString.Invariant($"it has more than {Most} words and signs")));
        }

        tokens.Add(new SqlToken(SqlTokenKind.End, string.Empty));
        return tokens;
    }

    private static SqlToken Next(string sql, ref int at)
    {
        char first = sql[at];
        if (first is '"' or '`' or '\'')
        {
            return new SqlToken(first == '\'' ? SqlTokenKind.Text : SqlTokenKind.QuotedName, Quoted(sql, ref at, first));
        }

        if (char.IsAsciiDigit(first) || (first == '.' && at + 1 < sql.Length && char.IsAsciiDigit(sql[at + 1])))
        {
            return new SqlToken(SqlTokenKind.Number, Number(sql, ref at));
        }

        if (char.IsLetter(first) || first == '_')
        {
            int from = at;
            while (at < sql.Length && (char.IsLetterOrDigit(sql[at]) || sql[at] == '_'))
            {
                at++;
            }

            return new SqlToken(SqlTokenKind.Word, sql[from..at]);
        }

        string symbol = at + 1 < sql.Length && Pairs.Contains(sql.Substring(at, 2)) ? sql.Substring(at, 2) : first.ToString();
        at += symbol.Length;
        return new SqlToken(SqlTokenKind.Symbol, symbol);
    }

    /// <summary>A quotation; a doubled quote in it stands for one.</summary>
    private static string Quoted(string sql, ref int at, char quote)
    {
        var text = new StringBuilder();
        for (at++; at < sql.Length; at++)
        {
            if (sql[at] != quote)
            {
                text.Append(sql[at]);
            }
            else if (at + 1 < sql.Length && sql[at + 1] == quote)
            {
                text.Append(quote);
                at++;
            }
            else
            {
                at++;
                return text.ToString();
            }
        }

        throw new SqlSyntaxException("a quotation does not end");
    }

    private static string Number(string sql, ref int at)
    {
        int from = at;
        while (at < sql.Length && (char.IsAsciiDigit(sql[at]) || sql[at] == '.' || IsExponent(sql, at)))
        {
            at++;
        }

        return sql[from..at];
    }

    private static bool IsExponent(string sql, int at) =>
        sql[at] is 'e' or 'E' ? at + 1 < sql.Length && (char.IsAsciiDigit(sql[at + 1]) || sql[at + 1] is '-' or '+')
        : sql[at] is '-' or '+' && sql[at - 1] is 'e' or 'E';
}
