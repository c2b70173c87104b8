namespace CustomerInsight.Models;

/// <summary>Elementary functions that keep their digits where the plain formulas lose them.</summary>
internal static class Numeric
{
    /// <summary>ln(1 + x), accurate for small x, which the framework's own is not.</summary>
    /// <remarks>Source: Goldberg, "What every computer scientist should know about floating-point arithmetic", ACM Computing Surveys 23(1), 1991, theorem 4.</remarks>
    public static double Log1P(double x)
    {
        double u = 1 + x;
        if (u == 1)
        {
            return x;
        }

        return double.IsPositiveInfinity(u) ? u : Math.Log(u) * (x / (u - 1));
    }

    /// <summary>exp(x) − 1, accurate for small x.</summary>
    /// <remarks>Source: Higham, "Accuracy and Stability of Numerical Algorithms" (2002), section 1.14.1.</remarks>
    public static double ExpM1(double x)
    {
        double u = Math.Exp(x);
        if (u == 1)
        {
            return x;
        }

        if (u <= 0 || double.IsPositiveInfinity(u))
        {
            return u - 1;
        }

        return u - 1 == -1 ? -1 : (u - 1) * (x / Math.Log(u));
    }

    /// <summary>ln(1 + exp(x)) without overflow.</summary>
    public static double Softplus(double x) => x > 0 ? x + Log1P(Math.Exp(-x)) : Log1P(Math.Exp(x));

    /// <summary>1 / (1 + exp(x)) without overflow.</summary>
    public static double Logistic(double x) => 1 / (1 + Math.Exp(x));

    /// <summary>ln Γ(c + n) − ln Γ(c) as the sum it is: no digits cancel, however large c is.</summary>
    public static double LogRising(double c, int n)
    {
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            sum += Math.Log(c + i);
        }

        return sum;
    }

    /// <summary>ln of (c)ₙ / (c + d)ₙ, the share of those who survive n chances to leave, as the sum it is.</summary>
    public static double LogRisingQuotient(double c, double d, int n)
    {
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            sum -= Log1P(d / (c + i));
        }

        return sum;
    }

    public static double[] Logs(params ReadOnlySpan<double> values)
    {
        double[] logs = new double[values.Length];
        for (int i = 0; i < logs.Length; i++)
        {
            logs[i] = Math.Log(values[i]);
        }

        return logs;
    }
}
