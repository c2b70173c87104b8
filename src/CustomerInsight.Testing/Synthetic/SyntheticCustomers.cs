namespace CustomerInsight.Testing;

/// <summary>Makes customers who never lived, with all the errors of real registers and with the truth about them.</summary>
/// <remarks>
/// Names, towns and the frequencies of both look British and Chinese. People share surnames, addresses, telephones and e-mail addresses inside
/// households (father and son of one name, twins); they move, go by short forms, sign in with two addresses. Sources mistype, swap, misread and lose.
/// E-mail domains end in <c>.example</c>; telephone numbers are random digits and may belong to somebody: do not call them.
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public static class SyntheticCustomers
{
    /// <summary>Makes records, the truth about them, and the activities of the same people.</summary>
    /// <param name="options">How many, how bad, in which sources.</param>
    /// <returns>The data; equal options give equal data, whatever the machine, the culture and the number of threads.</returns>
    /// <exception cref="ArgumentException">An option is outside its range, or two contradict each other; the message says which.</exception>
    /// <remarks>Time and memory are linear in the records: about a kilobyte each. The activities are made when they are first asked for.</remarks>
    public static SyntheticData Generate(SyntheticOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        SyntheticOptionsCheck.Check(options);
        return new SyntheticGenerator(options).Generate();
    }
}
