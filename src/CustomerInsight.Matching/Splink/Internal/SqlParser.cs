using System.Globalization;

namespace CustomerInsight.Matching;

/// <summary>Parses an SQL expression by recursive descent: or, and, not, comparisons, sums, products, functions.</summary>
internal sealed class SqlParser
{
    // Expressions are walked by recursion; a file must not overflow the stack.
    private const int MostNested = 200;
    private const int MostChained = 500;

    private static readonly string[] Comparisons = ["=", "<>", "!=", "<=", ">=", "<", ">"];

    private readonly List<SqlToken> _tokens;
    private int _at;
    private int _depth;
    private int _chained;

    private SqlParser(string sql) => _tokens = SqlTokens.Of(sql);

    private SqlToken Current => _tokens[_at];

    /// <summary>Parses a whole expression.</summary>
    /// <exception cref="SqlSyntaxException">It is no expression, or one that this parser does not know.</exception>
    public static SqlNode Parse(string sql)
    {
        var parser = new SqlParser(sql);
        SqlNode expression = parser.Or();
        return parser.Current.Kind == SqlTokenKind.End ? expression : throw parser.Unexpected();
    }

    private static SqlSyntaxException TooDeep() => new("it is nested too deeply");

    private SqlNode Or() => List(SqlCall.Or, And);

    private SqlNode And() => List(SqlCall.And, Not);

    private SqlNode List(string word, Func<SqlNode> operand)
    {
        if (++_depth > MostNested)
        {
            throw TooDeep();
        }

        List<SqlNode> operands = [operand()];
        while (TakeWord(word))
        {
            operands.Add(operand());
        }

        _depth--;
        return operands.Count == 1 ? operands[0] : new SqlCall(word, ValueList.From(operands));
    }

    private SqlNode Not()
    {
        bool negated = false;
        while (TakeWord(SqlCall.Not))
        {
            negated = !negated;
        }

        SqlNode operand = Comparison();
        return negated ? new SqlCall(SqlCall.Not, [operand]) : operand;
    }

    private SqlNode Comparison()
    {
        SqlNode left = Sum();
        if (TakeWord("is"))
        {
            bool negated = TakeWord(SqlCall.Not);
            Expect(TakeWord("null"));
            SqlNode test = new SqlCall(SqlCall.IsNull, [left]);
            return negated ? new SqlCall(SqlCall.Not, [test]) : test;
        }

        if (Current.Kind == SqlTokenKind.Symbol && Comparisons.Contains(Current.Text))
        {
            string operation = _tokens[_at++].Text;
            return new SqlCall(operation == "!=" ? "<>" : operation, [left, Sum()]);
        }

        return left;
    }

    private SqlNode Sum() => Chain(Product, "+", "-");

    private SqlNode Product() => Chain(Unary, "*", "/");

    private SqlNode Chain(Func<SqlNode> operand, params string[] operations)
    {
        SqlNode left = operand();
        while (Current.Kind == SqlTokenKind.Symbol && operations.Contains(Current.Text))
        {
            string operation = _tokens[_at++].Text;
            left = Deeper(new SqlCall(operation, [left, operand()]));
        }

        return left;
    }

    private SqlNode Unary()
    {
        bool signed = Current.IsSymbol("-");
        bool negated = false;
        while (TakeSymbol("-"))
        {
            negated = !negated;
        }

        SqlNode primary = Primary();
        while (TakeSymbol("::"))
        {
            primary = Deeper(new SqlCall("cast " + Type(), [primary]));
        }

        return !signed ? primary
            : primary is SqlNumber number ? new SqlNumber(negated ? -number.Value : number.Value)
            : throw new SqlSyntaxException("a minus stands before what is no number");
    }

    private SqlNode Primary()
    {
        SqlToken token = _tokens[_at++];
        switch (token.Kind)
        {
            case SqlTokenKind.Number:
                return double.TryParse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? new SqlNumber(number) : throw new SqlSyntaxException($"'{token.Text}' is no number");
            case SqlTokenKind.Text:
                return new SqlText(token.Text);
            case SqlTokenKind.QuotedName:
                return Column(token.Text);
            case SqlTokenKind.Word when token.IsWord("case"):
                return Case();
            case SqlTokenKind.Word when token.IsWord("cast") || token.IsWord("try_cast"):
                return Cast();
            case SqlTokenKind.Word when TakeSymbol("("):
                return new SqlCall(token.Text.ToLowerInvariant(), Arguments());
            case SqlTokenKind.Word:
                return Column(token.Text);
            case SqlTokenKind.Symbol when token.Text == "(":
                SqlNode inner = Or();
                Expect(TakeSymbol(")"));
                return inner;
            default:
                _at--;
                throw Unexpected();
        }
    }

    private ValueList<SqlNode> Arguments()
    {
        var arguments = new List<SqlNode>();
        if (TakeSymbol(")"))
        {
            return default;
        }

        do
        {
            arguments.Add(Or());
        }
        while (TakeSymbol(","));
        Expect(TakeSymbol(")"));
        return ValueList.From(arguments);
    }

    /// <summary>The operands are condition, value, condition, value … and at last the value for all else.</summary>
    private SqlCall Case()
    {
        var operands = new List<SqlNode>();
        while (TakeWord("when"))
        {
            operands.Add(Or());
            Expect(TakeWord("then"));
            operands.Add(Or());
        }

        Expect(operands.Count > 0 && TakeWord("else"));
        operands.Add(Or());
        Expect(TakeWord("end"));
        return new SqlCall(SqlCall.Case, ValueList.From(operands));
    }

    private SqlCall Cast()
    {
        Expect(TakeSymbol("("));
        SqlNode operand = Or();
        Expect(TakeWord("as"));
        string type = Type();
        Expect(TakeSymbol(")"));
        return new SqlCall("cast " + type, [operand]);
    }

    private string Type()
    {
        Expect(Current.Kind == SqlTokenKind.Word);
        return _tokens[_at++].Text.ToLowerInvariant();
    }

    /// <summary><c>name_l</c>, or <c>l.name</c>, which is how blocking rules write it.</summary>
    private SqlColumn Column(string name)
    {
        if (TakeSymbol("."))
        {
            Expect(name is "l" or "r" && Current.Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName);
            return new SqlColumn(_tokens[_at++].Text, name == "l");
        }

        return name.EndsWith("_l", StringComparison.OrdinalIgnoreCase) ? new SqlColumn(name[..^2], true)
            : name.EndsWith("_r", StringComparison.OrdinalIgnoreCase) ? new SqlColumn(name[..^2], false)
            : throw new SqlSyntaxException($"the column '{name}' says neither left nor right");
    }

    private bool TakeWord(string word)
    {
        bool taken = Current.IsWord(word);
        _at += taken ? 1 : 0;
        return taken;
    }

    private bool TakeSymbol(string symbol)
    {
        bool taken = Current.IsSymbol(symbol);
        _at += taken ? 1 : 0;
        return taken;
    }

    private void Expect(bool met)
    {
        if (!met)
        {
            throw Unexpected();
        }
    }

    /// <summary>An operation of a chain, which puts what stands before it one deeper.</summary>
    private SqlCall Deeper(SqlCall call) => ++_chained <= MostChained ? call : throw TooDeep();

    private SqlSyntaxException Unexpected() => new(Current.Kind == SqlTokenKind.End ? "it ends too early" : $"'{Current.Text}' is not expected there");
}
