-- Dated parameters of law and market (organization), and what the company sells (products).

-- A rate, delay or threshold from a day on; the program's own values stand where an organization has none (docs/decisions/0011).
create table parameter_value (
  organization_id uuid not null,
  id uuid not null,
  code text not null,
  effective_from date not null,
  -- whole numbers in the unit that the code names (days, centimes, hundredths of a per cent), or jsonb for grids
  value jsonb not null,
  legal_basis text,
  note text,
  created_by uuid,
  created_by_name text not null,
  created_at timestamptz not null,
  primary key (organization_id, id)
);
create unique index parameter_value_day on parameter_value (organization_id, code, effective_from);
call tenant_table('parameter_value');

create table product (
  organization_id uuid not null,
  id uuid not null,
  code text not null,
  name text not null,
  name_ar text,
  -- two digits of `domain` branches: 11 motor, 12 fire and home …
  branch text not null,
  -- by which the market's accounts know it: 1110, 1221 …
  category text,
  -- what it insures: vehicle, home, building, business, boat, trip, person, goods, farm, none
  object_kind text not null,
  -- compulsory by law, wholly or for one of its guarantees
  compulsory boolean not null default false,
  -- tacit, on_request
  renewal text not null,
  -- months and days offered, usual first: {"12m","6m"}
  durations text[] not null,
  clientele text not null default 'all',
  -- own: carried by this company; partner: sold for another
  carrier text not null default 'own',
  partner_name text,
  -- what happens to a cash payment: block, warn, allow (LF 2025 art. 207)
  cash_rule text not null default 'allow',
  -- how its premium is computed: motor, home, catnat, typed (the premium is entered)
  tariff text not null,
  active boolean not null default true,
  description text,
  position integer not null default 0,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organization_id, id)
);
alter table product add constraint product_renewal check (renewal in ('tacit', 'on_request'));
alter table product add constraint product_carrier check (carrier in ('own', 'partner'));
alter table product add constraint product_cash_rule check (cash_rule in ('block', 'warn', 'allow'));
alter table product add constraint product_tariff check (tariff in ('motor', 'home', 'catnat', 'typed'));
alter table product add constraint product_object_kind check (object_kind in ('vehicle', 'home', 'building', 'business', 'boat', 'trip', 'person', 'goods', 'farm', 'none'));
create unique index product_code on product (organization_id, code);
call tenant_table('product');

create table product_guarantee (
  organization_id uuid not null,
  id uuid not null,
  product_id uuid not null,
  code text not null,
  name text not null,
  name_ar text,
  compulsory boolean not null default false,
  -- usual sum insured and deductible, where they do not follow from the object
  limit_centimes bigint,
  deductible_centimes bigint,
  -- hundredths of a per cent of the loss, with the deductible as its least
  deductible_rate integer,
  -- of what that rate is taken: loss, sum
  deductible_of text not null default 'loss',
  -- offered limits, centimes
  limit_choices bigint[] not null default '{}',
  position integer not null default 0,
  primary key (organization_id, id)
);
alter table product_guarantee add constraint product_guarantee_product foreign key (organization_id, product_id) references product (organization_id, id) on delete cascade;
create unique index product_guarantee_code on product_guarantee (organization_id, product_id, code);
call tenant_table('product_guarantee');

create table product_formula (
  organization_id uuid not null,
  id uuid not null,
  product_id uuid not null,
  code text not null,
  name text not null,
  name_ar text,
  -- codes of the guarantees it holds
  guarantees text[] not null,
  -- codes that may be added to it
  options text[] not null default '{}',
  active boolean not null default true,
  position integer not null default 0,
  primary key (organization_id, id)
);
alter table product_formula add constraint product_formula_product foreign key (organization_id, product_id) references product (organization_id, id) on delete cascade;
create unique index product_formula_code on product_formula (organization_id, product_id, code);
call tenant_table('product_formula');

-- What a guarantee costs, and the fees and taxes of a product, from a day on.
create table product_rate (
  organization_id uuid not null,
  id uuid not null,
  product_id uuid not null,
  -- guarantee code, or one of the product's own: fee, vat, durations … (products/rates.ts)
  code text not null,
  effective_from date not null,
  -- shape by code (products/rates.ts)
  value jsonb not null,
  legal_basis text,
  created_by_name text not null,
  created_at timestamptz not null,
  primary key (organization_id, id)
);
alter table product_rate add constraint product_rate_product foreign key (organization_id, product_id) references product (organization_id, id) on delete cascade;
create unique index product_rate_day on product_rate (organization_id, product_id, code, effective_from);
call tenant_table('product_rate');

-- products: what higher capabilities read of a product.
call list_window('product_card', 'select organization_id, id, code, name, name_ar, branch, object_kind, compulsory, renewal, durations, clientele, carrier, partner_name, cash_rule, tariff, active, position from product where organization_id = app_org()');
