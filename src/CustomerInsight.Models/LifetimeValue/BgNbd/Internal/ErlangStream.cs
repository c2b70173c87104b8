namespace CustomerInsight.Models;

/// <summary>Purchases that take k stages each.</summary>
/// <remarks>
/// With ρ = λ / (λ + δ) and μ = (λ + δ)h, the purchase at the n-th stage to come, discounted, if it comes within h, is worth ρⁿ P(Poisson(μ) ≥ n). From stage j it is
/// purchase m where n = mk − j, and it needs m − 1 survivals. That sum is taken as it is where μ is small. For ever, it is ρᵏ⁻ʲ / (1 − qρᵏ), q = 1 − p. For large μ it is
/// that times 1 − E[y^⌊(N + j) / k⌋], y = qρᵏ, N ~ Poisson(μ): by the roots of unity the mean is a sum of exponentials, all but the first of which vanish for large μ.
/// </remarks>
internal sealed class ErlangStream : IPurchaseStream
{
    private readonly LivingCustomer _customer;
    private readonly DropOutNodes _dropOuts;
    private readonly double _horizon;
    private readonly double _delta;
    private readonly double _largestSum;
    private readonly double[] _stages;
    private readonly double[] _tails;
    private readonly double[] _inverses;
    private readonly double[] _survivals;

    public ErlangStream(in LivingCustomer customer, DropOutNodes dropOuts, double horizon, double delta)
    {
        (_customer, _dropOuts, _horizon, _delta) = (customer, dropOuts, horizon, delta);
        int k = customer.Regularity;
        _stages = new double[k];

        // Beyond it the other exponentials, and the chance of less than k stages, are below e^−45.
        _largestSum = Math.Max(45 / (1 - Math.Cos(2 * Math.PI / k)), 60 + (2 * k));
        _tails = new double[LengthFor(_largestSum)];
        _inverses = new double[_tails.Length];
        for (int n = 1; n < _inverses.Length; n++)
        {
            _inverses[n] = 1.0 / n;
        }

        _survivals = new double[(_tails.Length / k) + 1];
        _survivals[0] = 1;
        for (int i = 1; i < _survivals.Length; i++)
        {
            _survivals[i] = _survivals[i - 1] * (customer.B + i - 1) / (customer.A + customer.B + i - 1);
        }
    }

    public double PurchasesOverRate(double rate)
    {
        if (_customer.HasStage)
        {
            _customer.WriteStages(_stages);
        }
        else
        {
            for (int j = 0; j < _stages.Length; j++)
            {
                _stages[j] = j == 0 ? 1 : _stages[j - 1] * rate * _customer.SilentDays / j;
            }
        }

        double stages = (rate + _delta) * _horizon;
        return (stages <= _largestSum ? Sum(rate, stages) : Closed(rate, stages)) / rate;
    }

    private int LengthFor(double stages) => (int)(stages + (9 * Math.Sqrt(stages)) + 25 + (2 * _stages.Length));

    private double Sum(double rate, double stages)
    {
        int length = LengthFor(stages);
        FillTails(stages, length);
        double discount = rate / (rate + _delta);
        double factor = 1;
        double sum = 0;
        int k = _stages.Length;
        int stage = k - 1;
        int purchase = 0;
        for (int n = 1; n < length; n++)
        {
            factor *= discount;
            sum += _survivals[purchase] * factor * _tails[n] * _stages[stage];
            stage--;
            if (stage < 0)
            {
                stage = k - 1;
                purchase++;
            }
        }

        return sum;
    }

    /// <summary>P(Poisson ≥ n) for all n below the length.</summary>
    private void FillTails(double mean, int length)
    {
        // From the largest term to both sides; the sum of all is 1.
        int mode = (int)mean;
        double perMean = 1 / mean;
        _tails[mode] = 1;
        for (int n = mode; n > 0; n--)
        {
            _tails[n - 1] = _tails[n] * (n * perMean);
        }

        for (int n = mode + 1; n < length; n++)
        {
            _tails[n] = _tails[n - 1] * (mean * _inverses[n]);
        }

        for (int n = length - 2; n >= 0; n--)
        {
            _tails[n] += _tails[n + 1];
        }

        double perMass = 1 / _tails[0];
        for (int n = 0; n < length; n++)
        {
            _tails[n] *= perMass;
        }
    }

    private double Closed(double rate, double stages)
    {
        int k = _stages.Length;
        double logDiscount = Numeric.Log1P(_delta / rate);
        double kept = Math.Exp(-k * logDiscount);
        double lost = -Numeric.ExpM1(-k * logDiscount);
        double all = 0;
        for (int j = 0; j < k; j++)
        {
            _stages[j] *= Math.Exp(-(k - j) * logDiscount);
            all += _stages[j];
        }

        double sum = 0;
        for (int i = 0; i < _dropOuts.Length; i++)
        {
            double fall = logDiscount - (_dropOuts.LogStays[i] / k);
            double value = double.IsPositiveInfinity(stages) || k * fall > 40 ? all : FromAnyStage(fall, LogOfFirstRoot(k, fall) + (stages * Numeric.ExpM1(-fall)));
            sum += _dropOuts.Weights[i] * value / ((_dropOuts.Probabilities[i] * kept) + lost);
        }

        return sum;
    }

    private double FromAnyStage(double fall, double rest)
    {
        double sum = 0;
        for (int j = 0; j < _stages.Length; j++)
        {
            sum += _stages[j] * -Numeric.ExpM1(rest - (j * fall));
        }

        return sum;
    }

    /// <summary>ln((e^(kL) − 1) / (k(e^L − 1))), with all digits for small L, where it is the series of ln(sinh x / x) at kL/2 less that at L/2.</summary>
    private static double LogOfFirstRoot(int k, double fall)
    {
        if (k * fall > 0.1)
        {
            return Math.Log(Numeric.ExpM1(k * fall) / (k * Numeric.ExpM1(fall)));
        }

        double square = fall * fall;
        double k2 = (double)k * k;
        return ((k - 1) * fall / 2)
            + (square * (((k2 - 1) / 24) - (square * ((((k2 * k2) - 1) / 2880) - (square * ((k2 * k2 * k2) - 1) / 181440)))));
    }
}
